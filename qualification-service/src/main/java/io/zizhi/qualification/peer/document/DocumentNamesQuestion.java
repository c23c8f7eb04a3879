package io.zizhi.qualification.peer.document;

import java.util.List;

/**
 * Asks which documents of an account have these file names.
 *
 * @param accountId id of the account
 * @param fileNames each listed once
 */
public record DocumentNamesQuestion(String accountId, List<String> fileNames) {

    /** Omits the file names, which may be personal data. */
    @Override
    public String toString() {
        return "DocumentNamesQuestion[" + fileNames.size() + "]";
    }
}
