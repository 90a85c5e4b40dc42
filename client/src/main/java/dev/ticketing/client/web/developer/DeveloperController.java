package dev.ticketing.client.web.developer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /developers}: how to use the API, and its OpenAPI and AsyncAPI documents. */
@Controller
class DeveloperController {

    private static final Duration CACHEABLE = Duration.ofMinutes(5);

    private final byte[] openApi;
    private final byte[] asyncApi;
    private final ApiReference reference;

    DeveloperController() {
        var document = ApiDocument.named("openapi");
        openApi = document.root().toString().getBytes(StandardCharsets.UTF_8);
        asyncApi = ApiDocument.named("asyncapi").root().toString().getBytes(StandardCharsets.UTF_8);
        reference = ApiReference.of(document);
    }

    @GetMapping("/developers")
    String read(Model model) {
        model.addAttribute("reference", reference);
        return "developer/show";
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return file(openApi);
    }

    @GetMapping("/api/asyncapi.json")
    ResponseEntity<byte[]> asyncApi() {
        return file(asyncApi);
    }

    private static ResponseEntity<byte[]> file(byte[] json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(CACHEABLE).cachePublic())
                .eTag("\"" + DigestUtils.md5DigestAsHex(json) + "\"")
                .body(json);
    }
}
