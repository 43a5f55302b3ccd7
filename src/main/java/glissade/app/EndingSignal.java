package glissade.app;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Which signal asked this process to end: what a shutdown hook wants to know and Java does not tell. The class that does,
 * {@code sun.misc.Signal}, is in every JDK but in no public interface, so it is called by name; without it a process that is
 * ended says that it was terminated.
 */
final class EndingSignal {
    private static final int FIRST_CODE = 128;
    private static final int TERM = 15;
    private static volatile int number = TERM;

    private EndingSignal() {}

    /** Takes note of signals from now on; they do what they did before. */
    static void watch() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            try {
                watch(name);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                // Not known on this system, or not ours to handle.
            }
        }
    }

    private static void watch(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method number = signal.getMethod("getNumber");
        Method handle = handler.getMethod("handle", signal);
        Object[] before = new Object[1];
        Object noting =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, call, given) -> {
                    EndingSignal.number = (int) number.invoke(given[0]);
                    return handle.invoke(before[0], given[0]);
                });
        Object instance = signal.getConstructor(String.class).newInstance(name);
        before[0] = signal.getMethod("handle", signal, handler).invoke(null, instance, noting);
    }

    /** The exit code of a process that the last signal ended. */
    static int exitCode() {
        return FIRST_CODE + number;
    }
}
