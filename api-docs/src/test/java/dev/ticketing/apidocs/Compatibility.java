package dev.ticketing.apidocs;

import java.util.List;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;

/** Whether clients of an API still work with its next version. */
final class Compatibility {

    /** Clients must expect further words in responses, such as another status. */
    private static final OpenApiDiffOptions OPEN_WORDS = OpenApiDiffOptions.builder()
            .configProperty(BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
            .build();

    private Compatibility() {}

    /** The operations that a change breaks. */
    static List<String> breaks(String before, String after) {
        var change = OpenApiCompare.fromContents(in30(before), in30(after), List.of(), OPEN_WORDS);
        return Stream.concat(
                        change.getMissingEndpoints().stream().map(gone -> gone + " is gone"),
                        change.getChangedOperations().stream()
                                .filter(changed -> changed.isIncompatible())
                                .map(changed -> changed.getHttpMethod() + " " + changed.getPathUrl()))
                .toList();
    }

    /** The comparison does not see the types of version 3.1. */
    private static String in30(String document) {
        return document.replaceFirst("openapi: 3\\.1\\.0", "openapi: 3.0.3");
    }
}
