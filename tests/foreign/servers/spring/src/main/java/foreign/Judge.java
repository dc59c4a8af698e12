package foreign;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Spring MVC says what it reads, and Spring's client sends what it writes.
 *
 * <p>{@code serve PORT}: an answer is {"value": ...}, or a status of 400 and more where the request is refused.
 * {@code send ADDRESS}: one request for each line of standard input.
 */
@SpringBootApplication
public class Judge {
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("send")) {
      Sender.send(arguments[1], System.in);
      return;
    }
    new SpringApplicationBuilder(Judge.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(
            Map.of(
                "server.address", "127.0.0.1",
                "server.port", arguments[1],
                "logging.level.root", "error",
                "spring.main.lazy-initialization", "true",
                "spring.jmx.enabled", "false"))
        .run();
  }
}
