package dev.ticketing.simulator.world;

import dev.ticketing.messaging.NotYetKnown;
import dev.ticketing.payments.webhook.WebhookEndpoint;
import dev.ticketing.web.WebWiring;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.session.CurrentUser;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controllers of a service as called by Spring MVC, but without HTTP and filters. The {@code @ExceptionHandler}
 * methods of the controller, of the service's advice and of the common one return the status of a failure.
 */
final class Endpoints {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String DIFFERS_EVERY_TIME = "serverTime";

    private final ListableBeanFactory beans;
    private final List<Endpoint> endpoints;
    private final Object advice = WebWiring.problemAdvice();
    private final List<Object> advices;
    private final Map<Class<?>, ExceptionHandlerMethodResolver> handlers = new HashMap<>();

    Endpoints(ListableBeanFactory beans) {
        this.beans = beans;
        var controllers = beans.getBeansWithAnnotation(RestController.class).values();
        this.endpoints = controllers.stream().flatMap(Endpoint::of).toList();
        this.advices = Stream.concat(
                        beans.getBeansWithAnnotation(ControllerAdvice.class).values().stream(), Stream.of(advice))
                .toList();
        Stream.concat(controllers.stream(), advices.stream())
                .map(AopUtils::getTargetClass)
                .forEach(type -> handlers.put(type, new ExceptionHandlerMethodResolver(type)));
    }

    Reply respond(Request request) {
        var endpoint = endpoints.stream()
                .filter(each -> each.takes(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError(request + " has no endpoint"));
        return respond(endpoint.controller(), () -> response(endpoint, endpoint.invoke(arguments(endpoint, request))));
    }

    /** A webhook with a verified signature. */
    Reply receive(String id, String type, String intentId) {
        return respond(advice, () -> {
            WebhookEndpoint.receive(beans, id, type, intentId);
            return new Reply(OK, MissingNode.getInstance(), "");
        });
    }

    private Reply respond(Object controller, Supplier<Reply> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return new Reply(status(controller, e), MissingNode.getInstance(), e.getMessage());
        }
    }

    private static Object[] arguments(Endpoint endpoint, Request request) {
        return Stream.of(endpoint.method().getParameters())
                .map(parameter -> argument(endpoint, parameter, request))
                .toArray();
    }

    private static Object argument(Endpoint endpoint, Parameter parameter, Request request) {
        var type = parameter.getType();
        if (type == CurrentUser.class) {
            return new CurrentUser(request.userId(), request.userId());
        } else if (type == ClientNetwork.class) {
            return new ClientNetwork("of " + request.userId());
        } else if (type == Optional.class) {
            return request.key();
        } else if (parameter.isAnnotationPresent(RequestBody.class)) {
            return JSON.readValue(request.body(), type);
        } else if (parameter.isAnnotationPresent(PathVariable.class)) {
            return endpoint.variable(request, parameter.getName());
        }
        return null; // a missing header
    }

    private static Reply response(Endpoint endpoint, Object result) {
        if (result instanceof ResponseEntity<?> response) {
            return new Reply(response.getStatusCode().value(), json(response.getBody()), "");
        }
        var declared = AnnotatedElementUtils.findMergedAnnotation(endpoint.method(), ResponseStatus.class);
        return new Reply(declared == null ? OK : declared.code().value(), json(result), "");
    }

    private static JsonNode json(Object body) {
        var json = JSON.<JsonNode>valueToTree(body);
        return json instanceof ObjectNode object ? object.without(DIFFERS_EVERY_TIME) : MissingNode.getInstance();
    }

    /** 0 if the outcome is uncertain for a client; throws what no client may ever see. */
    private int status(Object controller, RuntimeException e) {
        if (e instanceof OptimisticLockingFailureException || e instanceof DuplicateKeyException) {
            throw e; // retried or translated by the services
        }
        var status = Stream.concat(Stream.of(controller), advices.stream())
                .flatMap(mapping -> handled(mapping, e).stream())
                .findFirst()
                .orElseThrow(() -> e);
        if (status == UNAVAILABLE) {
            return e instanceof NotYetKnown ? UNAVAILABLE : 0; // only this one is thrown before anything is done
        }
        if (status >= SERVER_ERROR) {
            throw e;
        }
        return status;
    }

    private Optional<Integer> handled(Object mapping, RuntimeException e) {
        var handler = handlers.get(AopUtils.getTargetClass(mapping)).resolveMethodByThrowable(e);
        if (handler == null || handler.getParameterCount() != 1) {
            return Optional.empty();
        }
        ReflectionUtils.makeAccessible(handler);
        return switch (Endpoint.invoke(mapping, handler, e)) {
            case ProblemDetail problem -> Optional.of(problem.getStatus());
            case ResponseEntity<?> response ->
                Optional.of(response.getStatusCode().value());
            case null, default -> Optional.empty();
        };
    }
}
