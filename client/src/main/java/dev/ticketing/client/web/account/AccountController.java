package dev.ticketing.client.web.account;

import dev.ticketing.client.api.AuthApi;
import dev.ticketing.client.api.AuthApi.Credentials;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.NewSession;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.cookie.BrowserNote;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.form.KeptForm;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.navigation.LocalPath;
import dev.ticketing.client.web.navigation.ReturnAddress;
import dev.ticketing.client.web.order.PurchaseIntent;
import dev.ticketing.client.web.order.Reservation;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /auth} and {@code /account}. Passes the session cookie from auth-service to the browser unchanged. */
@Controller
class AccountController {

    private final AuthApi auth;
    private final Reservation reservation;
    private final ProblemTexts texts;
    private final ReturnAddress returnAddress;

    AccountController(AuthApi auth, Reservation reservation, ProblemTexts texts, ReturnAddress returnAddress) {
        this.auth = auth;
        this.reservation = reservation;
        this.texts = texts;
        this.returnAddress = returnAddress;
    }

    /**
     * The input of a person; {@link #toString} omits the password.
     *
     * @param next where to continue, a path of this site
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
    ModelAndView signUpPage(
            Optional<CurrentUser> user, @ModelAttribute("form") AccountForm form, HttpServletRequest request) {
        return page("account/signup", user, form, request);
    }

    @GetMapping("/auth/signin")
    ModelAndView signInPage(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "false") String again,
            @ModelAttribute("form") AccountForm form,
            HttpServletRequest request) {
        return page("account/signin", user.filter(known -> !again.equals("true")), form, request);
    }

    private ModelAndView page(
            String template, Optional<CurrentUser> user, AccountForm form, HttpServletRequest request) {
        return user.isEmpty() ? new ModelAndView(template).addObject("then", then(form.next(), request)) : goOn(form);
    }

    /** Name of the message about the next step after signing in. */
    private static @Nullable String then(String next, HttpServletRequest request) {
        if (PurchaseIntent.of(next, request).isPresent()) {
            return "signin.reserve";
        }
        if (KeptForm.isFor(next, request)) {
            return "signin.draft";
        }
        return next.equals(LocalPath.HOME) ? null : "account.then";
    }

    @PostMapping("/auth/signup")
    ModelAndView signUp(
            @ModelAttribute("form") AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        return enter("account/signup", auth::signUp, form, request, response);
    }

    @PostMapping("/auth/signin")
    ModelAndView signIn(
            @ModelAttribute("form") AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        return enter("account/signin", auth::signIn, form, request, response);
    }

    private ModelAndView enter(
            String template,
            Function<Credentials, List<String>> enter,
            AccountForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var then = then(form.next(), request);
        try {
            var cookies = enter.apply(form.credentials());
            setCookies(response, cookies);
            NewSession.begin(request, cookies);
        } catch (ServiceAway e) {
            return refused(template, texts.error("error.away.auth"), HttpStatus.SERVICE_UNAVAILABLE)
                    .addObject("then", then);
        } catch (ApiProblem e) {
            if (e.status().is5xxServerError()) {
                throw e;
            }
            return refused(template, texts.errors(e, Set.of("email", "password")), e.status())
                    .addObject("then", then);
        }
        var wanted = PurchaseIntent.take(form.next(), request, response);
        return wanted.map(ticket -> new ModelAndView("redirect:" + reservation.reserveAndGoOn(ticket)))
                .orElseGet(() -> goOn(form));
    }

    private ModelAndView goOn(AccountForm form) {
        return new ModelAndView("redirect:" + returnAddress.shown(form.next()));
    }

    private static ModelAndView refused(String template, FormErrors errors, HttpStatusCode status) {
        return new ModelAndView(template, Map.of("errors", errors), status);
    }

    @PostMapping("/auth/signout")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        setCookies(response, auth.signOut());
        return leave(request, response);
    }

    @PostMapping("/auth/signout-everywhere")
    ModelAndView askBeforeSigningOutEverywhere(CurrentUser user) {
        return new ModelAndView("account/everywhere");
    }

    @PostMapping(path = "/auth/signout-everywhere", params = "confirmed")
    String signOutEverywhere(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        setCookies(response, auth.signOutEverywhere());
        return leave(request, response);
    }

    /** The browser also forgets the tickets that it shows without a network. */
    private static String leave(HttpServletRequest request, HttpServletResponse response) {
        BrowserNote.forgetAll(request, response);
        response.setHeader("Clear-Site-Data", "\"storage\"");
        return "redirect:/";
    }

    private static void setCookies(HttpServletResponse response, List<String> cookies) {
        cookies.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
}
