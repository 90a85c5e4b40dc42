package dev.ticketing.stripesandbox.ledger;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.ticketing.stripesandbox.page.Amount;
import dev.ticketing.stripesandbox.page.Html;
import dev.ticketing.stripesandbox.paymentmethod.TestCard;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at {@code /}: the totals, the latest payments and the test cards. */
@RestController
class HomePage {

    private static final int SHOWN = 100;

    private final Ledger ledger;

    HomePage(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(value = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show() {
        var sheet = ledger.sheet();
        return Html.page("Ledger", """
                <h2>Net captured</h2>
                <ul>%s</ul>
                <h2>Latest payments</h2>
                <table><thead><tr><th>PaymentIntent<th>For<th>Amount<th>Status<th>Received<th>Refunded</thead>
                <tbody>%s</tbody></table>
                <h2>Test cards</h2>
                <p>Any future expiry date and any security code.</p>
                <table><thead><tr><th>Number<th>PaymentMethod<th>Token<th>3-D Secure<th>Outcome</thead>
                <tbody>%s</tbody></table>
                """.formatted(totals(sheet), entries(sheet), cards()));
    }

    private static String totals(Ledger.Sheet sheet) {
        if (sheet.totals().isEmpty()) {
            return "<li>Nothing yet.";
        }
        return sheet.totals().entrySet().stream()
                .map(each -> "<li>" + Amount.of(each.getValue().netCaptured(), each.getKey()))
                .collect(Collectors.joining());
    }

    private static String entries(Ledger.Sheet sheet) {
        return sheet.paymentIntents().stream()
                .limit(SHOWN)
                .map(each -> row(
                        each.id(),
                        each.description() == null ? each.metadata().toString() : each.description(),
                        Amount.of(each.amount(), each.currency()),
                        each.status(),
                        Amount.of(each.amountReceived(), each.currency()),
                        Amount.of(each.refunded(), each.currency())))
                .collect(Collectors.joining());
    }

    private static String cards() {
        return Stream.of(TestCard.values())
                .map(card -> row(
                        card.number().replaceAll("(.{4})(?=.)", "$1 "),
                        card.paymentMethod(),
                        card.token(),
                        card.authentication() ? "yes" : "",
                        card.outcome().name().toLowerCase().replace('_', ' ')))
                .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> "<td>" + htmlEscape(cell)).collect(Collectors.joining("", "<tr>", "\n"));
    }
}
