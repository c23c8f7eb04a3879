/**
 * Exports the data of one account as a ZIP file: its documents, decrypted, and the forms of its qualifications and
 * letters. For the account itself, and for operators who answer a request of it (right to a copy, PIPL
 * article 45). The file is made while it is sent; one document at a time is in memory.
 */
@NullMarked
package io.zizhi.document.export;

import org.jspecify.annotations.NullMarked;
