package foreign;

import java.io.IOException;
import java.io.InputStream;

final class Sender {
  static void send(String address, InputStream lines) throws IOException {}

  private Sender() {}
}
