"use client";

import { useRouter } from "next/navigation";
import { send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { loadInWords } from "#components/account/relative-load.ts";
import { TimeZoneOffer } from "#components/account/time-zone-offer.tsx";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox, RadioGroup } from "#components/ui/choice.tsx";
import { Field, Input, Select } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { Settings } from "#lib/accounts/queries.ts";
import { settingsSchema } from "#lib/accounts/settings-schema.ts";
import { type Rung, rungs } from "#lib/content/rungs.ts";
import { retentionRange } from "#lib/scheduler/parameters.ts";

const rungNames: Readonly<Record<Rung, { label: string; hint: string }>> = {
  "super-brief": {
    label: "Super brief, 30 seconds",
    hint: "The one sentence that shows you know.",
  },
  brief: { label: "Brief, 2 minutes", hint: "What most interviews ask for." },
  detailed: {
    label: "Detailed, 5 minutes",
    hint: "With trade-offs and experience, for a deep dive.",
  },
};

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const hours = Array.from({ length: 24 }, (_, hour) => ({
  hour,
  label: `${String(hour).padStart(2, "0")}:00`,
}));

function applyTheme(theme: Settings["theme"]): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Who one is, and how one wants to study. */
export function SettingsForm({
  settings,
  timeZones,
}: {
  settings: Settings;
  timeZones: readonly string[];
}) {
  const router = useRouter();
  const { form, onSubmit, problem, errorOf, isSubmitting } = useAccountForm(
    settingsSchema,
    { ...settings, name: settings.name ?? "" },
    (values) => send<Settings>("PUT", "/api/account/settings", values),
    (saved) => {
      applyTheme(saved.theme);
      form.reset({ ...saved, name: saved.name ?? "" });
      showToast("Your settings are saved.");
      router.refresh();
    },
  );
  const { register, watch, setValue } = form;
  const retention = watch("desiredRetention") ?? settings.desiredRetention;
  const percent = `${Math.round(retention * 100)}\u00a0%`;
  const rungError = errorOf("rungs");

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      className="grid gap-6"
    >
      <Panel title="You">
        <div className="grid gap-5">
          <Field
            label="Name"
            hint="What teams see beside what you contribute. May stay empty."
            error={errorOf("name")}
          >
            {(control) => <Input autoComplete="name" {...control} {...register("name")} />}
          </Field>
          <RadioGroup
            segmented
            legend="Theme"
            options={themes}
            defaultValue={settings.theme}
            {...register("theme")}
          />
        </div>
      </Panel>

      <Panel title="Your day">
        <div className="grid gap-5">
          <Field
            label="Time zone"
            error={errorOf("timeZone")}
            hint={
              <TimeZoneOffer
                chosen={watch("timeZone") ?? ""}
                onUse={(zone) => setValue("timeZone", zone, { shouldDirty: true })}
              />
            }
          >
            {(control) => (
              <Select {...control} {...register("timeZone")}>
                {timeZones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll("_", " ")}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            label="A new day begins at"
            hint="Until then, what you practise late at night counts for the evening before."
            error={errorOf("dayStartsAtHour")}
          >
            {(control) => (
              <Select {...control} {...register("dayStartsAtHour", { valueAsNumber: true })}>
                {hours.map(({ hour, label }) => (
                  <option key={hour} value={hour}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </Panel>

      <Panel title="How you study">
        <div className="grid gap-6">
          <Slider
            label="Desired retention"
            display={percent}
            hint={`How much you want to recall when a card falls due. ${loadInWords(retention)}`}
            min={retentionRange.min}
            max={retentionRange.max}
            step={0.01}
            {...register("desiredRetention", { valueAsNumber: true })}
          />
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <Field
              label="New cards a day"
              hint="Each brings some seven reviews in its first weeks."
              error={errorOf("newPerDay")}
            >
              {(control) => (
                <Input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={9999}
                  {...control}
                  {...register("newPerDay", { valueAsNumber: true })}
                />
              )}
            </Field>
            <Field
              label="Reviews a day, at most"
              hint="What is over the limit waits for the next day."
              error={errorOf("reviewsPerDay")}
            >
              {(control) => (
                <Input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={9999}
                  {...control}
                  {...register("reviewsPerDay", { valueAsNumber: true })}
                />
              )}
            </Field>
          </div>
          <fieldset aria-describedby={rungError ? "rungs-error" : undefined}>
            <legend className="mb-1.5 font-medium">Answers to practise</legend>
            {rungs.map((rung) => (
              <Checkbox key={rung} value={rung} {...rungNames[rung]} {...register("rungs")} />
            ))}
            {rungError && (
              <p id="rungs-error" className="mt-1 text-xs font-medium text-danger">
                {rungError}
              </p>
            )}
          </fieldset>
        </div>
      </Panel>

      <FormProblem problem={problem} />
      <Button type="submit" variant="primary" busy={isSubmitting} className="justify-self-start">
        {isSubmitting ? "Saving…" : "Save settings"}
      </Button>
    </form>
  );
}
