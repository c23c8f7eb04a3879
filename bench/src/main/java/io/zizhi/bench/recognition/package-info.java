/**
 * Measures recognition on specimens: share of correct fields per degradation, time and memory. Recognition gets only the
 * bytes of a picture and the kind of the document, as in production.
 */
@NullMarked
package io.zizhi.bench.recognition;

import org.jspecify.annotations.NullMarked;
