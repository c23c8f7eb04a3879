/**
 * Compares the form with what document-service recognised in its pictures. Pure functions without I/O. Recognition may be
 * wrong, so a difference never fails a form.
 */
@NullMarked
package io.zizhi.qualification.precheck.recognition;

import org.jspecify.annotations.NullMarked;
