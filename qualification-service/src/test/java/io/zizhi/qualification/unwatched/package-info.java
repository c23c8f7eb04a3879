@NullMarked
package io.zizhi.qualification.unwatched;

import org.jspecify.annotations.NullMarked;
