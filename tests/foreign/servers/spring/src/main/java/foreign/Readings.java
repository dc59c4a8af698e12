package foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A route for each binding of Spring MVC. */
@RestController
public class Readings {
  record Told(Object value) {}

  record TheFile(String filename, String type, String base64) {}

  record Colour(int R, int G, int B) {}

  @GetMapping("/query/string")
  Told queryString(@RequestParam String p) {
    return new Told(p);
  }

  @GetMapping("/query/integer")
  Told queryInteger(@RequestParam long p) {
    return new Told(p);
  }

  @GetMapping("/query/number")
  Told queryNumber(@RequestParam double p) {
    return new Told(p);
  }

  @GetMapping("/query/boolean")
  Told queryBoolean(@RequestParam boolean p) {
    return new Told(p);
  }

  @GetMapping("/query/strings")
  Told queryStrings(@RequestParam List<String> p) {
    return new Told(p);
  }

  @GetMapping("/query/integers")
  Told queryIntegers(@RequestParam List<Long> p) {
    return new Told(p);
  }

  @GetMapping("/query/object")
  Told queryObject(@ModelAttribute Colour colour) {
    return new Told(colour);
  }

  @GetMapping("/path/string/{p}")
  Told pathString(@PathVariable String p) {
    return new Told(p);
  }

  @GetMapping("/path/integer/{p}")
  Told pathInteger(@PathVariable long p) {
    return new Told(p);
  }

  @GetMapping("/path/number/{p}")
  Told pathNumber(@PathVariable double p) {
    return new Told(p);
  }

  @GetMapping("/path/boolean/{p}")
  Told pathBoolean(@PathVariable boolean p) {
    return new Told(p);
  }

  @GetMapping("/path/strings/{p}")
  Told pathStrings(@PathVariable List<String> p) {
    return new Told(p);
  }

  @GetMapping("/path/integers/{p}")
  Told pathIntegers(@PathVariable List<Long> p) {
    return new Told(p);
  }

  @GetMapping("/matrix/string/{segment}")
  Told matrixString(@MatrixVariable String p) {
    return new Told(p);
  }

  @GetMapping("/matrix/integer/{segment}")
  Told matrixInteger(@MatrixVariable long p) {
    return new Told(p);
  }

  @GetMapping("/matrix/number/{segment}")
  Told matrixNumber(@MatrixVariable double p) {
    return new Told(p);
  }

  @GetMapping("/matrix/boolean/{segment}")
  Told matrixBoolean(@MatrixVariable boolean p) {
    return new Told(p);
  }

  @GetMapping("/matrix/strings/{segment}")
  Told matrixStrings(@MatrixVariable List<String> p) {
    return new Told(p);
  }

  @GetMapping("/matrix/integers/{segment}")
  Told matrixIntegers(@MatrixVariable List<Long> p) {
    return new Told(p);
  }

  @GetMapping({"/matrix/object/{segment}", "/matrix/special/{segment}"})
  Told matrixObject(@MatrixVariable Map<String, String> all) {
    return new Told(all);
  }

  @GetMapping("/header/string")
  Told headerString(@RequestHeader("X-P") String p) {
    return new Told(p);
  }

  @GetMapping("/header/integer")
  Told headerInteger(@RequestHeader("X-P") long p) {
    return new Told(p);
  }

  @GetMapping("/header/number")
  Told headerNumber(@RequestHeader("X-P") double p) {
    return new Told(p);
  }

  @GetMapping("/header/boolean")
  Told headerBoolean(@RequestHeader("X-P") boolean p) {
    return new Told(p);
  }

  @GetMapping("/header/strings")
  Told headerStrings(@RequestHeader("X-P") List<String> p) {
    return new Told(p);
  }

  @GetMapping("/header/integers")
  Told headerIntegers(@RequestHeader("X-P") List<Long> p) {
    return new Told(p);
  }

  @GetMapping("/cookie/string")
  Told cookieString(@CookieValue String p) {
    return new Told(p);
  }

  @GetMapping("/cookie/integer")
  Told cookieInteger(@CookieValue long p) {
    return new Told(p);
  }

  @GetMapping("/cookie/number")
  Told cookieNumber(@CookieValue double p) {
    return new Told(p);
  }

  @GetMapping("/cookie/boolean")
  Told cookieBoolean(@CookieValue boolean p) {
    return new Told(p);
  }

  @GetMapping("/cookie/strings")
  Told cookieStrings(@CookieValue List<String> p) {
    return new Told(p);
  }

  @GetMapping("/cookie/integers")
  Told cookieIntegers(@CookieValue List<Long> p) {
    return new Told(p);
  }

  @PostMapping("/form/string")
  Told formString(@RequestParam String p) {
    return new Told(p);
  }

  @PostMapping("/form/integer")
  Told formInteger(@RequestParam long p) {
    return new Told(p);
  }

  @PostMapping("/form/number")
  Told formNumber(@RequestParam double p) {
    return new Told(p);
  }

  @PostMapping("/form/boolean")
  Told formBoolean(@RequestParam boolean p) {
    return new Told(p);
  }

  @PostMapping("/form/strings")
  Told formStrings(@RequestParam List<String> p) {
    return new Told(p);
  }

  @PostMapping("/form/integers")
  Told formIntegers(@RequestParam List<Long> p) {
    return new Told(p);
  }

  @PostMapping("/part/object")
  Told partObject(@RequestPart Map<String, Object> p) {
    return new Told(p);
  }

  @PostMapping("/part/string")
  Told partString(@RequestPart String p) {
    return new Told(p);
  }

  @PostMapping("/form/file")
  Told formFile(@RequestParam MultipartFile p) throws IOException {
    return new Told(toTheFile(p));
  }

  @PostMapping("/form/files")
  Told formFiles(@RequestParam List<MultipartFile> p) throws IOException {
    List<TheFile> files = new ArrayList<>();
    for (MultipartFile file : p) files.add(toTheFile(file));
    return new Told(files);
  }

  private static TheFile toTheFile(MultipartFile file) throws IOException {
    String content = Base64.getEncoder().encodeToString(file.getBytes());
    return new TheFile(file.getOriginalFilename(), file.getContentType(), content);
  }
}
