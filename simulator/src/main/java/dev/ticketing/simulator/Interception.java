package dev.ticketing.simulator;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;

/**
 * Replaces JDK calls that wait, start a thread or create an id with calls of {@code world.Intercepted}. It has a static
 * method of the same name for each; an instance becomes the first argument. (A class file transformation, JEP 484.)
 */
final class Interception {

    private static final ClassDesc WORLD = ClassDesc.of(Interception.class.getPackageName() + ".world.Intercepted");
    private static final ClassDesc OBJECT_ID = ClassDesc.of("org.bson.types.ObjectId");
    private static final MethodTypeDesc NEW_ID = MethodTypeDesc.of(CD_void);

    /** By owner and name, all overloads; a new overload that {@code Intercepted} lacks fails when it is linked. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("java.lang.System.nanoTime", "nanoTime"),
            Map.entry("java.lang.System.currentTimeMillis", "currentTimeMillis"),
            Map.entry("java.lang.Thread.sleep", "sleep"),
            Map.entry("java.lang.Thread.startVirtualThread", "startVirtualThread"),
            Map.entry("java.lang.Thread$Builder$OfVirtual.start", "start"),
            Map.entry("java.util.concurrent.locks.LockSupport.parkNanos", "parkNanos"),
            Map.entry("java.util.concurrent.BlockingQueue.poll", "poll"),
            Map.entry("java.util.concurrent.BlockingQueue.add", "add"),
            Map.entry("java.util.concurrent.Semaphore.acquire", "acquire"),
            Map.entry("java.util.concurrent.Semaphore.release", "release"),
            Map.entry("java.util.concurrent.CompletableFuture.get", "get"),
            Map.entry("java.util.concurrent.CompletableFuture.orTimeout", "orTimeout"),
            Map.entry("java.util.concurrent.Executors.newSingleThreadExecutor", "newSingleThreadExecutor"),
            Map.entry(
                    "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor",
                    "newVirtualThreadPerTaskExecutor"));

    private Interception() {}

    static byte[] of(byte[] original) {
        var format = ClassFile.of();
        var transform = ClassTransform.transformingMethodBodies(Interception::intercept);
        return format.transformClass(format.parse(original), transform);
    }

    private static void intercept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> call(code, call);
            case InvokeDynamicInstruction call -> code.invokedynamic(references(call));
            default -> code.with(element);
        }
    }

    private static void call(CodeBuilder code, InvokeInstruction call) {
        var owner = call.owner().asSymbol();
        var name = call.name().stringValue();
        if (owner.equals(OBJECT_ID)
                && name.equals("<init>")
                && call.typeSymbol().equals(NEW_ID)) {
            code.invokestatic(WORLD, "objectId", MethodTypeDesc.of(CD_String));
            code.invokespecial(OBJECT_ID, "<init>", MethodTypeDesc.of(CD_void, CD_String));
            return;
        }
        var instead = CALLS.get(name(owner) + "." + name);
        if (instead == null) {
            code.with(call);
        } else {
            var isStatic = call.opcode() == Opcode.INVOKESTATIC;
            code.invokestatic(WORLD, instead, isStatic ? call.typeSymbol() : withInstance(call.typeSymbol(), owner));
        }
    }

    private static MethodTypeDesc withInstance(MethodTypeDesc type, ClassDesc owner) {
        return type.insertParameterTypes(0, owner);
    }

    /** Method references, such as {@code Thread::startVirtualThread}. */
    private static DynamicCallSiteDesc references(InvokeDynamicInstruction call) {
        var arguments = call.bootstrapArgs().stream()
                .map(argument -> argument instanceof DirectMethodHandleDesc reference ? reference(reference) : argument)
                .toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
    }

    private static ConstantDesc reference(DirectMethodHandleDesc reference) {
        var instead = CALLS.get(name(reference.owner()) + "." + reference.methodName());
        return instead == null
                ? reference
                : MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, WORLD, instead, reference.invocationType());
    }

    private static String name(ClassDesc type) {
        return type.isClassOrInterface() ? type.packageName() + "." + type.displayName() : "";
    }
}
