package dev.ticketing.client.web.account;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.AuthApi;
import dev.ticketing.client.api.AuthApi.Credentials;
import dev.ticketing.client.web.site.LocalPath;
import dev.ticketing.client.web.site.ProblemTexts;
import dev.ticketing.web.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /auth}. The session cookie goes from auth-service to the browser as it is. */
@Controller
@RequestMapping("/auth")
class AccountController {

    private final AuthApi auth;
    private final ProblemTexts texts;

    AccountController(AuthApi auth, ProblemTexts texts) {
        this.auth = auth;
        this.texts = texts;
    }

    /**
     * What a person types in; prints without the password.
     *
     * @param next where to go on, a path of this site
     */
    record AccountForm(String email, String password, String next) {

        AccountForm {
            email = email == null ? "" : email.strip();
            next = LocalPath.orHome(next);
        }

        Credentials credentials() {
            return new Credentials(email, password);
        }

        @Override
        public String toString() {
            return "AccountForm[" + email + "]";
        }
    }

    @GetMapping("/signup")
    ModelAndView signUpPage(Optional<CurrentUser> user, @ModelAttribute("form") AccountForm form) {
        return page("account/signup", user, form);
    }

    @GetMapping("/signin")
    ModelAndView signInPage(Optional<CurrentUser> user, @ModelAttribute("form") AccountForm form) {
        return page("account/signin", user, form);
    }

    private static ModelAndView page(String template, Optional<CurrentUser> user, AccountForm form) {
        return user.isEmpty() ? new ModelAndView(template) : new ModelAndView("redirect:" + form.next());
    }

    @PostMapping("/signup")
    ModelAndView signUp(@ModelAttribute("form") AccountForm form, HttpServletResponse response) {
        return enter("account/signup", auth::signUp, form, response);
    }

    @PostMapping("/signin")
    ModelAndView signIn(@ModelAttribute("form") AccountForm form, HttpServletResponse response) {
        return enter("account/signin", auth::signIn, form, response);
    }

    private ModelAndView enter(
            String template,
            Function<Credentials, List<String>> enter,
            AccountForm form,
            HttpServletResponse response) {
        try {
            setCookies(response, enter.apply(form.credentials()));
            return new ModelAndView("redirect:" + form.next());
        } catch (ApiProblem e) {
            if (e.status().is5xxServerError()) {
                throw e;
            }
            return new ModelAndView(
                    template, Map.of("errors", texts.errors(e, Set.of("email", "password"))), e.status());
        }
    }

    @PostMapping("/signout")
    String signOut(HttpServletResponse response) {
        setCookies(response, auth.signOut());
        return "redirect:/";
    }

    private static void setCookies(HttpServletResponse response, List<String> cookies) {
        cookies.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
}
