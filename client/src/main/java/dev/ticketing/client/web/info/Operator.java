package dev.ticketing.client.web.info;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.operator}: the operator of this site, whom its pages must name; each may be empty.
 *
 * @param address with commas between its lines
 * @param register register and number, and the VAT number
 */
@ConfigurationProperties("ticketing.operator")
public record Operator(
        @DefaultValue("") String name,
        @DefaultValue("") String address,
        @DefaultValue("") String email,
        @DefaultValue("") String register) {

    /** Whether the operator has entered what every imprint needs. */
    public boolean isKnown() {
        return !name.isBlank() && !address.isBlank() && !email.isBlank();
    }

    public List<String> addressLines() {
        return List.of(address.split("\\s*,\\s*"));
    }
}
