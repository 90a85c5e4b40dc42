package dev.ticketing.client.web.info;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorTest {

    @Test
    void operatorWithoutAnAddressIsUnknown() {
        assertThat(new Operator("Example Ltd", "", "hello@example.com", "").isKnown())
                .isFalse();
    }

    @Test
    void commasSeparateTheLinesOfAnAddress() {
        var operator = new Operator("Example Ltd", "1 Long Lane, London", "hello@example.com", "");

        assertThat(operator.isKnown()).isTrue();
        assertThat(operator.addressLines()).containsExactly("1 Long Lane", "London");
    }
}
