@NullMarked
package io.zizhi.qualification.peer;

import org.jspecify.annotations.NullMarked;
