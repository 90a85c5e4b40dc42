package dev.ticketing.client.web.navigation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Where a visitor continues after signing in or choosing a language: only a page that can be shown, never the address of a form without one.
 */
@Component
public class ReturnAddress {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** @param mappings looked up lazily, because the mapped controllers use this class */
    ReturnAddress(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The address if it is a page of this site, the home page otherwise. */
    public String shown(String address) {
        var local = LocalPath.orHome(address);
        var path = PathContainer.parsePath(local.split("\\?", 2)[0]);
        return mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .anyMatch(page -> isShownAt(page, path))
                ? local
                : LocalPath.HOME;
    }

    private static boolean isShownAt(RequestMappingInfo page, PathContainer path) {
        return page.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && page.getPathPatternsCondition() != null
                && page.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
