/** What is filled in: a working copy until it is submitted, immutable afterwards, personal data encrypted. */
@NullMarked
package io.zizhi.qualification.model.revision;

import org.jspecify.annotations.NullMarked;
