package io.zizhi.qualification.filing.letterpaper;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints a letter, or a draft of it, as a PDF to be sealed and signed. */
@ApplicationScoped
public class PrintLetter {

    private final ReadLetterForm read;
    private final LetterPaper paper;
    private final Blocking blocking;

    PrintLetter(ReadLetterForm read, LetterPaper paper, Blocking blocking) {
        this.read = read;
        this.paper = paper;
        this.blocking = blocking;
    }

    public Uni<byte[]> handle(Caller caller, long id) {
        return read.handle(caller, id).chain(form -> blocking.call(caller.requireAccount(), () -> paper.print(form)));
    }
}
