package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.io.Reader;

/** Passes every character to an inspection before a parser sees it, and checks the deadline. */
abstract class InspectedReader extends Reader {

    private final Reader source;
    private final Deadline deadline;

    InspectedReader(Reader source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /** Throws a problem if parsing must stop. */
    abstract void inspect(char next);

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        deadline.check();
        int read = source.read(target, offset, length);
        for (int index = 0; index < read; index++) {
            inspect(target[offset + index]);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
