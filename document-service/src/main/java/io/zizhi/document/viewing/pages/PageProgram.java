package io.zizhi.document.viewing.pages;

import io.zizhi.document.intake.inspection.pdf.PdfObjects;
import io.zizhi.document.storage.FileFormat;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import javax.imageio.ImageIO;

/**
 * The program of the process that renders pages and inspects PDF files: reads jobs with their files from its standard
 * input, and writes pages and findings to its standard output. It ends with its input, even in the middle of a job.
 */
final class PageProgram {

    /** The first word of an answer; failures name a {@link PageException.Cause} instead. */
    static final String DONE = "DONE";

    /** Exit code after input that is no job. */
    private static final int FAILED = 70;

    private PageProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // A library that prints must not write into the answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        BlockingQueue<Request> requests = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
        while (true) {
            answer(requests.take(), out);
            out.flush();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Only passed on.
    private record Request(PageJob job, byte[] file) {}

    /** Ends the process with the service, however it ended, even while a page is being rendered. */
    private static void receive(BlockingQueue<Request> requests) {
        int code = FAILED;
        InputStream standard = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        try (DataInputStream in = new DataInputStream(standard)) {
            while (true) {
                PageJob job = PageJob.readFrom(in);
                requests.put(new Request(job, in.readNBytes(in.readInt())));
            }
        } catch (IOException | InterruptedException ended) {
            code = 0;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private static void answer(Request request, DataOutputStream out) throws IOException {
        Answer answer;
        try {
            boolean isInspection = request.job().equals(PageJob.INSPECTION);
            answer = isInspection ? inspect(request.file()) : render(request.job(), request.file())::writeTo;
        } catch (PageException refused) {
            out.writeUTF(refused.reason().name());
            return;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            out.writeUTF(PageException.Cause.UNREADABLE.name());
            return;
        }
        out.writeUTF(DONE);
        answer.writeTo(out);
    }

    private interface Answer {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static Answer inspect(byte[] pdf) throws IOException {
        String finding = PdfObjects.find(pdf);
        return out -> out.writeUTF(finding);
    }

    static RenderedPage render(PageJob job, byte[] file) throws IOException {
        return job.format() == FileFormat.PDF ? PdfPages.render(job, file) : PicturePage.render(job, file);
    }
}
