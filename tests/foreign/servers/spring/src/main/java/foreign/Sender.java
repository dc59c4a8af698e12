package foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Spring's RestClient sends what it is told, a line of JSON for each request. */
final class Sender {
  private static final RestClient CLIENT = RestClient.create();

  static void send(String address, InputStream lines) throws IOException {
    ObjectMapper json = new ObjectMapper();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      JsonNode order = json.readTree(line);
      sendOne(address + order.get("path").asText(), order);
    }
  }

  private static void sendOne(String address, JsonNode order) {
    String place = order.get("place").asText();
    String name = order.get("name").asText();
    JsonNode value = order.get("value");
    if (place.equals("urlencoded")) {
      MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
      for (JsonNode item : itemsOf(value)) form.add(name, textOf(item));
      post(address, MediaType.APPLICATION_FORM_URLENCODED, form);
      return;
    }
    if (place.equals("multipart")) {
      MultipartBodyBuilder body = new MultipartBodyBuilder();
      for (JsonNode item : itemsOf(value)) addPart(body, name, order.get("kind").asText(), item);
      post(address, MediaType.MULTIPART_FORM_DATA, body.build());
      return;
    }
    RestClient.RequestHeadersSpec<?> request = CLIENT.get().uri(uriOf(address, place, name, value));
    if (place.equals("header")) {
      request = request.header(name, itemsOf(value).stream().map(Sender::textOf).toArray(String[]::new));
    }
    if (place.equals("cookie")) request = request.cookie(name, textOf(value));
    request.retrieve().toBodilessEntity();
  }

  private static void post(String address, MediaType type, MultiValueMap<String, ?> body) {
    CLIENT.post().uri(URI.create(address)).contentType(type).body(body).retrieve().toBodilessEntity();
  }

  private static void addPart(
      MultipartBodyBuilder body, String name, String kind, JsonNode item) {
    if (kind.startsWith("file")) {
      byte[] content = item.asText().getBytes(StandardCharsets.UTF_8);
      body.part(name, new ByteArrayResource(content)).filename("blue ü.txt");
    } else if (item.isObject()) {
      body.part(name, item, MediaType.APPLICATION_JSON);
    } else {
      body.part(name, textOf(item));
    }
  }

  /** Values are variables, so that all in them is encoded. */
  private static URI uriOf(String address, String place, String name, JsonNode value) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address);
    List<Object> variables = new ArrayList<>();
    if (place.equals("path")) {
      uri.path("/{p}");
      variables.add(textOf(value));
    } else if (place.equals("query") && value.isObject()) {
      value
          .properties()
          .forEach(
              member -> {
                uri.queryParam(member.getKey(), "{" + variables.size() + "}");
                variables.add(textOf(member.getValue()));
              });
    } else if (place.equals("query")) {
      for (JsonNode item : itemsOf(value)) {
        uri.queryParam(name, "{" + variables.size() + "}");
        variables.add(textOf(item));
      }
    }
    return uri.encode().buildAndExpand(variables.toArray()).toUri();
  }

  private static List<JsonNode> itemsOf(JsonNode value) {
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) value.forEach(items::add);
    else items.add(value);
    return items;
  }

  private static String textOf(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private Sender() {}
}
