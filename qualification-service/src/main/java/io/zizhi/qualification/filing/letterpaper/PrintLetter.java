package io.zizhi.qualification.filing.letterpaper;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints a letter whose fields are all filled in as a PDF, to be sealed and signed. It may still be a draft. */
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
        return read.handle(caller, id)
                .map(form -> CompleteLetter.of(id, form))
                .chain(letter -> blocking.call(caller.requireAccount(), () -> paper.print(letter)));
    }
}
