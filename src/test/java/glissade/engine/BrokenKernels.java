package glissade.engine;

import glissade.numeric.Kernels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kernels of which one computes something slightly else: it makes the first array it writes a tenth of a percent larger. */
public final class BrokenKernels {
    private static final float FACTOR = 1.001f;

    private BrokenKernels() {}

    /** The best kernels, but for one by name; results is the place of the array it writes among its arguments. */
    public static Kernels with(String broken, int results) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(Kernels.best(), arguments);
                        if (method.getName().equals(broken)) {
                            spoil((float[]) arguments[results]);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void spoil(float[] results) {
        for (int i = 0; i < results.length; i++) {
            results[i] *= FACTOR;
        }
    }
}
