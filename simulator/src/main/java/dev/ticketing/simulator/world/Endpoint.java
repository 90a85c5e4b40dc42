package dev.ticketing.simulator.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A method of a controller and its mapped requests. */
record Endpoint(Object controller, Method method, String verb, PathPattern path) {

    static Stream<Endpoint> of(Object controller) {
        var type = AopUtils.getTargetClass(controller);
        var prefixes = paths(AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class));
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .flatMap(method -> of(controller, method, prefixes));
    }

    private static Stream<Endpoint> of(Object controller, Method method, List<String> prefixes) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        ReflectionUtils.makeAccessible(method);
        return Stream.of(mapping.method())
                .flatMap(verb -> prefixes.stream()
                        .flatMap(prefix -> paths(mapping).stream()
                                .map(path -> PathPatternParser.defaultInstance.parse(prefix + path))
                                .map(path -> new Endpoint(controller, method, verb.name(), path))));
    }

    private static List<String> paths(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }

    boolean takes(Request request) {
        return verb.equals(request.method()) && path.matches(PathContainer.parsePath(request.path()));
    }

    String variable(Request request, String name) {
        return path.matchAndExtract(PathContainer.parsePath(request.path()))
                .getUriVariables()
                .get(name);
    }

    Object invoke(Object[] arguments) {
        return invoke(controller, method, arguments);
    }

    /** Throws what the method throws. */
    static Object invoke(Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            ReflectionUtils.rethrowRuntimeException(e.getCause());
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
