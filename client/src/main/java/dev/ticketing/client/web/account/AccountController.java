package dev.ticketing.client.web.account;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.AuthApi;
import dev.ticketing.client.api.AuthApi.Credentials;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.web.site.FormErrors;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /auth} and {@code /account}. The session cookie goes from auth-service to the browser as it is. */
@Controller
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

    @GetMapping("/account")
    ModelAndView show(CurrentUser user) {
        return new ModelAndView("account/show");
    }

    @GetMapping("/auth/signup")
    ModelAndView signUpPage(Optional<CurrentUser> user, @ModelAttribute("form") AccountForm form) {
        return page("account/signup", user, form);
    }

    @GetMapping("/auth/signin")
    ModelAndView signInPage(Optional<CurrentUser> user, @ModelAttribute("form") AccountForm form) {
        return page("account/signin", user, form);
    }

    private static ModelAndView page(String template, Optional<CurrentUser> user, AccountForm form) {
        return user.isEmpty() ? new ModelAndView(template) : new ModelAndView("redirect:" + form.next());
    }

    @PostMapping("/auth/signup")
    ModelAndView signUp(@ModelAttribute("form") AccountForm form, HttpServletResponse response) {
        return enter("account/signup", auth::signUp, form, response);
    }

    @PostMapping("/auth/signin")
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
        } catch (ServiceAway e) {
            return refused(template, texts.error("error.away.auth"), HttpStatus.SERVICE_UNAVAILABLE);
        } catch (ApiProblem e) {
            if (e.status().is5xxServerError()) {
                throw e;
            }
            return refused(template, texts.errors(e, Set.of("email", "password")), e.status());
        }
    }

    private static ModelAndView refused(String template, FormErrors errors, HttpStatusCode status) {
        return new ModelAndView(template, Map.of("errors", errors), status);
    }

    @PostMapping("/auth/signout")
    String signOut(HttpServletResponse response) {
        setCookies(response, auth.signOut());
        return "redirect:/";
    }

    @PostMapping("/auth/signout-everywhere")
    String signOutEverywhere(CurrentUser user, HttpServletResponse response) {
        setCookies(response, auth.signOutEverywhere());
        return "redirect:/";
    }

    private static void setCookies(HttpServletResponse response, List<String> cookies) {
        cookies.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
}
