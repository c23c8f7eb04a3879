package io.zizhi.qualification.filing.letterpaper;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;

/** An applicant takes a letter as a paper, to have it sealed and signed; also while it is a draft. */
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
