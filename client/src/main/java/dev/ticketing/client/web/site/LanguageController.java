package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /language}: the switch at the foot of every page. */
@Controller
class LanguageController {

    private static final Duration KEEP = Duration.ofDays(365);

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Languages.ALL.stream().noneMatch(known -> known.getLanguage().equals(language))) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        var cookie = ResponseCookie.from(Languages.COOKIE, language)
                .path("/")
                .maxAge(KEEP)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + LocalPath.orHome(next);
    }
}
