/**
 * Checks and imports the rows of imports in the background. Rows are claimed for a minute. The dry run of a row changes
 * only the row. Its import is one transaction with the qualification, its revision, its event and the row's end. After a
 * crash another process therefore repeats the step, and each row is imported once.
 */
@NullMarked
package io.zizhi.qualification.bulk.importing.work;

import org.jspecify.annotations.NullMarked;
