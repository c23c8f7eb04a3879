package io.zizhi.recognition.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** A neural network with one picture as input and one tensor as output. */
final class Model implements AutoCloseable {

    private static final OrtEnvironment ENVIRONMENT = NativeLibraries.load();

    private final OrtSession session;
    private final String input;

    /** @param threads maximum number of threads that compute one picture */
    Model(byte[] file, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Every picture has another size, for which the arena and patterns would keep memory.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            // Waiting threads must not spin: other pictures and processes need the processor.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = ENVIRONMENT.createSession(file, options);
        } catch (OrtException broken) {
            throw new IllegalStateException("The model cannot be loaded", broken);
        }
        input = session.getInputNames().iterator().next();
    }

    /**
     * Computes the output.
     *
     * @param colours planes of blue, green and red
     */
    Output run(float[] colours, int width, int height) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        ENVIRONMENT, FloatBuffer.wrap(colours), new long[] {1, 3, height, width});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            FloatBuffer buffer = output.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new Output(values, output.getInfo().getShape());
        } catch (OrtException failed) {
            throw new IllegalStateException("The model failed on a picture of " + width + " x " + height, failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("The model cannot be closed", failed);
        }
    }

    /** Values in row-major order. */
    @SuppressWarnings("ArrayRecordComponent") // Only passed on; copies would cost megabytes for each picture.
    record Output(float[] values, long[] shape) {}
}
