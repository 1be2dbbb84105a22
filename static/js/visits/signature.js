/* A field to sign in with a finger, a pen or a mouse: strokes as whole numbers. */
export function field(canvas, changed) {
  const context = canvas.getContext("2d");
  const strokes = [];
  let drawing = null;

  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [Math.round(((event.clientX - box.left) * canvas.width) / box.width), Math.round(((event.clientY - box.top) * canvas.height) / box.height)];
  }

  function draw() {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.lineWidth = 4;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = getComputedStyle(canvas).color;
    for (const stroke of strokes) {
      context.beginPath();
      for (let place = 0; place < stroke.length; place += 2) context.lineTo(stroke[place], stroke[place + 1]);
      context.stroke();
    }
  }

  canvas.addEventListener("pointerdown", (event) => {
    drawing = at(event);
    strokes.push(drawing);
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    drawing.push(...at(event));
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      if (drawing) changed();
      drawing = null;
    });
  }

  return {
    value: () => ({ width: canvas.width, height: canvas.height, strokes }),
    isSigned: () => ink(strokes) >= 0.15 * canvas.width,
    clear() {
      strokes.length = 0;
      draw();
      changed();
    },
    put(sketch) {
      strokes.splice(0, strokes.length, ...(sketch?.strokes ?? []));
      draw();
    },
  };
}

function ink(strokes) {
  let long = 0;
  for (const stroke of strokes) {
    for (let place = 0; place + 3 < stroke.length; place += 2) {
      long += Math.abs(stroke[place + 2] - stroke[place]) + Math.abs(stroke[place + 3] - stroke[place + 1]);
    }
  }
  return long;
}
