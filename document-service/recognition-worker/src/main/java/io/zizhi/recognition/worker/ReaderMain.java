package io.zizhi.recognition.worker;

import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.LocalTextRecognition;
import io.zizhi.recognition.TextRecognition;
import io.zizhi.recognition.UndecodablePictureException;
import io.zizhi.recognition.worker.Frames.Frame;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import javax.imageio.ImageIO;

/**
 * A process that reads pictures from its standard input, one after the other, and writes the answers to its standard
 * output. It ends with its worker, and at any failure of the native code. Argument: threads that compute one picture.
 */
public final class ReaderMain {

    /** Exit code after a failure of the models; 0 is the end of the worker. */
    private static final int FAILED = 70;

    private ReaderMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Nothing else may write into the answers.
        System.setOut(System.err);
        BlockingQueue<Frame> requests = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
        try (LocalTextRecognition recognition = new LocalTextRecognition(Integer.parseInt(arguments[0]))) {
            // The first picture would take longer than the others.
            recognition.recognize(DocumentForm.ID_EMBLEM, emptyPicture());
            Frames.write(out, Frames.READY, new byte[0]);
            while (true) {
                answer(requests.take(), recognition, out);
            }
        } catch (RuntimeException | Error failed) {
            // The message of a failed model has the size of the picture, and no text.
            System.err.println("Reading a picture failed: " + failed);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static void answer(Frame request, TextRecognition recognition, DataOutputStream out) throws IOException {
        byte[] answer;
        try {
            answer = AnswerWriter.write(recognition.recognize(DocumentForm.valueOf(request.word()), request.bytes()));
        } catch (UndecodablePictureException undecodable) {
            Frames.write(out, Frames.UNDECODABLE, new byte[0]);
            return;
        }
        Frames.write(out, Frames.DONE, answer);
    }

    /** Ends the process with its worker, even while a picture is stuck in native code. */
    private static void receive(BlockingQueue<Frame> requests) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                requests.put(Frames.read(in));
            }
        } catch (IOException | InterruptedException ended) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static byte[] emptyPicture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
