/**
 * Works through the rows of bulk filings. A row is claimed for a minute, and one step is done about it; each step is a
 * transaction of a use case, and what comes next is written down in the row, so that whoever claims it after a process died
 * goes on where that one was. Drafting and the note of it are one transaction. A submission is named by its row, so that one
 * whose note was lost is answered, not made, when it is repeated.
 */
@NullMarked
package io.zizhi.qualification.bulk.work;

import org.jspecify.annotations.NullMarked;
