/** What of a qualification ends some day: certificate, id documents, letter. Long-term evidence has no end. */
@NullMarked
package io.zizhi.qualification.model.evidence;

import org.jspecify.annotations.NullMarked;
