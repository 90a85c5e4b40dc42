package dev.ticketing.client.web.i18n;

import dev.ticketing.client.web.navigation.ReturnAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /language}: the language switch at the foot of every page. */
@Controller
class LanguageController {

    private static final Duration KEEP = Duration.ofDays(365);

    private final ReturnAddress returnAddress;

    LanguageController(ReturnAddress returnAddress) {
        this.returnAddress = returnAddress;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Languages.ALL.stream().noneMatch(known -> known.getLanguage().equals(language))) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        Languages.COOKIE.write(language, KEEP, request, response);
        return "redirect:" + returnAddress.shown(next);
    }
}
