// A place for files: sends each as soon as it is chosen and shows it, so that the form carries ids
// and never bytes.

interface Kept {
  id: string;
  name: string;
  pictured: boolean;
  taken_on: string | null;
}

interface Refused {
  code: string;
  title: string;
  errors?: { detail: string }[];
}

const MB = 1024 * 1024;
const ELSEWHERE = ["attachment.photo_elsewhere", "attachment.photo_of_other"];

export default function upload(place: HTMLElement): void {
  const files = place.querySelector<HTMLElement>("[data-files]");
  const template = place.querySelector("template");
  const wrong = place.querySelector<HTMLElement>("[data-wrong]");
  const busy = place.querySelector<HTMLElement>("[data-busy]");
  const consent = place.querySelector<HTMLInputElement>("[data-consent]");
  const shared = place.querySelector<HTMLElement>("[data-shared]");
  const about = place.querySelector<HTMLElement>("[data-about]");
  const day = place.querySelector<HTMLInputElement>("[data-day]");
  if (!files || !template || !wrong) return;
  const max = Number(place.dataset["max"] ?? "1");
  const limit = Number(place.dataset["limit"] ?? "20");

  const say = (sentence: string): void => {
    wrong.textContent = sentence;
    wrong.hidden = sentence === "";
  };
  // On paper the photo is in its frame at once.
  const face = place.closest(".fill")?.querySelector<HTMLImageElement>("[data-face]");
  const changed = (): void => {
    const glued = files.querySelector<HTMLImageElement>(".shot img");
    if (face) face.hidden = !glued;
    if (face && glued) face.src = glued.src;
    if (about) about.hidden = files.childElementCount === 0;
    files.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const put = (kept: Kept): void => {
    const tile = template.content.firstElementChild?.cloneNode(true);
    if (!(tile instanceof HTMLElement)) return;
    set(tile, "[data-ref]", kept.id);
    set(tile, "[data-name]", kept.name);
    tile.querySelector("a")?.setAttribute("href", `/attachments/${kept.id}`);
    const name = tile.querySelector(".name");
    if (name && name.textContent === "") name.textContent = kept.name;
    if (kept.pictured) {
      const picture = document.createElement("img");
      picture.src = `/api/v1/attachments/${kept.id}/thumbnail`;
      picture.alt = "";
      tile.querySelector(".shot")?.replaceChildren(picture);
    }
    if (max === 1) files.replaceChildren();
    files.append(tile);
    if (day && day.value === "" && kept.taken_on) day.value = kept.taken_on;
    if (shared) shared.hidden = true;
    changed();
  };

  const send = async (file: File): Promise<void> => {
    const together = place.querySelector<HTMLInputElement>("[data-together]");
    const ask = new URLSearchParams({
      name: file.name || "photo.jpg",
      purpose: place.dataset["purpose"] ?? "document",
      sensitive: place.dataset["sensitive"] ?? "false",
      consent: String(consent?.checked ?? false),
      shared: String(together?.checked ?? false),
    });
    const answer = await fetch(`${place.dataset["to"] ?? ""}?${ask.toString()}`, {
      method: "POST",
      body: file,
      headers: {
        "content-type": "application/octet-stream",
        "accept-language": document.documentElement.lang,
      },
    });
    if (answer.ok) {
      put((await answer.json()) as Kept);
      return;
    }
    const refused = (await answer.json()) as Refused;
    if (shared && ELSEWHERE.includes(refused.code)) shared.hidden = false;
    say(refused.errors?.map((one) => one.detail).join(" ") || refused.title);
  };

  const sendAll = async (chosen: File[]): Promise<void> => {
    say("");
    if (consent && !consent.checked) {
      say(wrong.dataset["consentFirst"] ?? "");
      consent.focus();
      return;
    }
    if (busy) busy.hidden = false;
    place.setAttribute("aria-busy", "true");
    for (const file of chosen) {
      if (file.size > limit * MB) {
        say(wrong.dataset["large"] ?? "");
        continue;
      }
      try {
        await send(file);
      } catch {
        say(wrong.dataset["failed"] ?? "");
      }
    }
    place.removeAttribute("aria-busy");
    if (busy) busy.hidden = true;
  };

  place.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    event.stopPropagation();
    const chosen = [...(input.files ?? [])];
    input.value = "";
    if (chosen.length > 0) void sendAll(chosen);
  });
  place.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-act=drop]");
    if (!button) return;
    event.preventDefault();
    button.closest("li")?.remove();
    changed();
    place.querySelector<HTMLElement>("input[type=file]")?.focus();
  });
}

function set(tile: HTMLElement, field: string, value: string): void {
  const input = tile.querySelector<HTMLInputElement>(field);
  if (input) input.value = value;
}
