/**
 * Finds the fields of a document in the text of its picture, by printed labels, places and validity checks. Pure
 * functions.
 */
@NullMarked
package io.zizhi.recognition.form;

import org.jspecify.annotations.NullMarked;
