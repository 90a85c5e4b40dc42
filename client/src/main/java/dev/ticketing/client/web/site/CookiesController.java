package dev.ticketing.client.web.site;

import dev.ticketing.client.web.navigation.LocalPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /cookies/clear}: the way out for a browser whose cookies have become too large for any other page. */
@Controller
class CookiesController {

    @PostMapping("/cookies/clear")
    ResponseEntity<Void> clear() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Clear-Site-Data", "\"cookies\"")
                .header(HttpHeaders.LOCATION, LocalPath.HOME)
                .build();
    }
}
