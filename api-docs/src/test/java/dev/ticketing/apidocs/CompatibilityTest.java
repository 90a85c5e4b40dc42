package dev.ticketing.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final String API = """
            openapi: 3.1.0
            info: {title: A, version: 1.0.0}
            paths:
              /things:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name]
                          properties: {name: {type: string}, colour: {type: string}}
                  responses:
                    '201':
                      description: Created
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, name]
                            properties: {id: {type: string}, name: {type: string}}
            """;

    @Test
    void addedOptionalFieldsBreakNobody() {
        assertThat(breaks("colour: {type: string}}", "colour: {type: string}, size: {type: integer}}"))
                .isEmpty();
        assertThat(breaks("properties: {id: {type: string}", "properties: {id: {type: string}, at: {type: string}"))
                .isEmpty();
    }

    @Test
    void newRequiredInputBreaksClients() {
        assertThat(breaks("required: [name]", "required: [name, colour]")).hasSize(1);
    }

    @Test
    void missingFieldOfAResponseBreaksClients() {
        assertThat(breaks("properties: {id: {type: string}, name: {type: string}}", "properties: {id: {type: string}}"))
                .hasSize(1);
    }

    @Test
    void otherTypeBreaksClients() {
        assertThat(breaks("{id: {type: string}", "{id: {type: integer}")).hasSize(1);
    }

    @Test
    void missingOperationBreaksClients() {
        assertThat(breaks("/things:", "/stuff:")).hasSize(1);
    }

    private static List<String> breaks(String part, String replacement) {
        assertThat(API).contains(part);
        return Compatibility.breaks(API, API.replace(part, replacement));
    }
}
