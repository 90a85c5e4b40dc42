package dev.ticketing.stripesandbox.refund;

import dev.ticketing.stripesandbox.api.Listing;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Stripe's routes for refunds. */
@RestController
@RequestMapping("/v1/refunds")
class RefundController {

    private final RefundService refunds;
    private final Listing listing;
    private final Views views;

    RefundController(RefundService refunds, Listing listing, Views views) {
        this.refunds = refunds;
        this.listing = listing;
        this.views = views;
    }

    @PostMapping
    JsonNode create(Params params) {
        return views.of(refunds.create(params), params);
    }

    @GetMapping("/{id}")
    JsonNode retrieve(@PathVariable String id, Params params) {
        return views.of(refunds.require(id), params);
    }

    @GetMapping
    JsonNode list(Params params) {
        var intent = params.text("payment_intent");
        var charge = params.text("charge");
        return listing.of(
                Refund.class,
                "/v1/refunds",
                params,
                refund -> intent.map(refund.paymentIntent()::equals).orElse(true)
                        && charge.map(refund.charge()::equals).orElse(true));
    }
}
