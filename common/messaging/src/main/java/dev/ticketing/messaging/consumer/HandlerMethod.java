package dev.ticketing.messaging.consumer;

import dev.ticketing.events.Event;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.EventMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;

/** One {@link EventHandler} method of one bean. */
record HandlerMethod(Object bean, Method method) {

    HandlerMethod {
        var parameters = method.getParameterTypes();
        var valid = (parameters.length == 1 || (parameters.length == 2 && parameters[1] == EventMetadata.class))
                && Event.class.isAssignableFrom(parameters[0])
                && parameters[0].isRecord();
        if (!valid) {
            throw new IllegalStateException(
                    "@EventHandler " + method + " (expected parameters: an event record, optionally EventMetadata)");
        }
        method.setAccessible(true);
    }

    Class<? extends Event> eventType() {
        return method.getParameterTypes()[0].asSubclass(Event.class);
    }

    void invoke(Event event, EventMetadata metadata) {
        try {
            if (method.getParameterCount() == 1) {
                method.invoke(bean, event);
            } else {
                method.invoke(bean, event, metadata);
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
