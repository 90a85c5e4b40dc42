package dev.ticketing.simulator.world;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Implements interfaces of drivers, of which the services call few methods; a call of any other fails. */
public final class DriverProxies {

    /** Answers a call by its name; returns {@link #unknown} for unsupported ones. */
    public interface Answer {
        Object to(String method, Object[] arguments) throws Throwable;
    }

    private DriverProxies() {}

    public static <T> T of(Class<T> type, Answer answer) {
        InvocationHandler handler = (face, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(face);
            case "equals" -> face == arguments[0];
            case "toString" -> "simulated " + type.getSimpleName();
            default -> answered(face, method, answer.to(method.getName(), arguments));
        };
        return type.cast(Proxy.newProxyInstance(DriverProxies.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The proxy itself, for chained calls. */
    public static final Object SELF = new Object();

    /** An error, so that no service handles it as a failure of the other side. */
    public static AssertionError unknown(Class<?> type, String method) {
        return new AssertionError(type.getSimpleName() + "." + method + " is not simulated");
    }

    private static Object answered(Object face, Method method, Object answer) {
        return answer == SELF ? face : answer;
    }
}
