package glissade.engine;

import glissade.numeric.Kernels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kernels of which one gives something else: its results times a factor. */
public final class BrokenKernels {
    private BrokenKernels() {}

    /** The best kernels, but for one by name; results is the place of the array it writes among its arguments. */
    public static Kernels with(String broken, int results, float factor) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(Kernels.best(), arguments);
                        if (method.getName().equals(broken)) {
                            spoil((float[]) arguments[results], factor);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void spoil(float[] results, float factor) {
        for (int i = 0; i < results.length; i++) {
            results[i] *= factor;
        }
    }
}
