package dev.ticketing.stripesandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParamsTest {

    private final Params params = new Params(Map.of(
            "payment_method_data[card][token]", List.of("tok_visa"),
            "expand[]", List.of("latest_charge"),
            "payment_method_types[0]", List.of("card"),
            "metadata[orderId]", List.of("42"),
            "amount", List.of("ten")));

    @Test
    void childrenSeeTheirOwnNames() {
        var card = params.child("payment_method_data").child("card");

        assertThat(card.text("token")).contains("tok_visa");
        assertThat(params.has("payment_method_data")).isTrue();
        assertThat(params.has("payment_method")).isFalse();
    }

    @Test
    void listsHaveIndicesOrNone() {
        assertThat(params.list("expand")).containsExactly("latest_charge");
        assertThat(params.list("payment_method_types")).containsExactly("card");
        assertThat(params.list("payment_method_data")).isEmpty();
    }

    @Test
    void mapsKeepTheirNames() {
        assertThat(params.map("metadata")).isEqualTo(Map.of("orderId", "42"));
    }

    @Test
    void errorsNameTheFullParameter() {
        assertThatThrownBy(() -> params.child("card").child("x").requiredText("number"))
                .hasMessage("Missing required param: card[x][number].");
        assertThatThrownBy(() -> params.requiredInteger("amount")).hasMessage("Invalid integer: ten");
    }
}
