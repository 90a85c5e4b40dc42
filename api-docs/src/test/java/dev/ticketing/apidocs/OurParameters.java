package dev.ticketing.apidocs;

import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.session.CurrentUser;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Describes the parameters that our argument resolvers provide, of which springdoc knows nothing. */
final class OurParameters {

    /** Names of the properties of an operation on which its possible problems depend. */
    static final String TRAITS = "x-traits";

    static final String SESSION = "session";

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private OurParameters() {}

    static Operation describe(Operation operation, HandlerMethod method) {
        var parameters =
                new ArrayList<>(Optional.ofNullable(operation.getParameters()).orElse(List.of()));
        var traits = new ArrayList<String>();
        var asked = Stream.of(method.getMethodParameters())
                .flatMap(OurParameters::query)
                .toList();
        parameters.removeIf(found -> found.getIn().equals("query") && !asked.contains(found.getName()));
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.nestedIfOptional().getNestedParameterType();
            if (parameter.getParameterType() == CurrentUser.class) {
                operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
                traits.add("signed-in");
            } else if (type == IdempotencyKey.class) {
                parameters.add(idempotencyKey());
                traits.add("idempotency-key");
            } else if (type == Paging.class) {
                parameters.addAll(paging());
                traits.add("paged");
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                traits.add("body");
            }
        }
        operation.setParameters(parameters);
        operation.addExtension(TRAITS, traits);
        return operation;
    }

    /** Names of the parameters in the query; springdoc takes those of our own resolvers for more of them. */
    private static Stream<String> query(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Stream.of(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(parameter.getParameter().getName())
                : Stream.empty();
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("Repeat the request with the same key and body within 24 hours to get the first response.")
                .schema(new StringSchema().pattern("^[!-~]+$").minLength(1).maxLength(LONGEST_KEY));
    }

    private static List<Parameter> paging() {
        var limit = new IntegerSchema();
        limit.setFormat(null);
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(LONGEST_PAGE));
        limit.setDefault(USUAL_PAGE);
        return List.of(
                new Parameter()
                        .in("query")
                        .name("limit")
                        .description("How many items at most.")
                        .schema(limit),
                new Parameter()
                        .in("query")
                        .name("cursor")
                        .description("Taken from the `Link` header of the previous page.")
                        .schema(new StringSchema()));
    }
}
