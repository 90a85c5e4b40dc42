package dev.ticketing.check.invariant;

import java.util.Arrays;

/** Records with one component changed. */
final class Changed {

    private Changed() {}

    static <R extends Record> R in(R record, String component, Object value) {
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            var found = false;
            for (var i = 0; i < components.length; i++) {
                var changed = components[i].getName().equals(component);
                found |= changed;
                values[i] = changed ? value : components[i].getAccessor().invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException(record.getClass() + " has no " + component);
            }
            var types = Arrays.stream(components).map(each -> each.getType()).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            var type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
