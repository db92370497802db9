-- Posts comments, each with an Idempotency-Key of its own, and prints the ids of all that were accepted:
-- post-comments.lua is run by durable-posts.ts, which looks for every one of them in the database.
-- Its one word: the round, a number, which keeps the keys of the rounds apart.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  round = tonumber(args[1])
  asked = 0
  accepted = {}
  refused = 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  asked = asked + 1
  wrk.headers["Idempotency-Key"] = string.format("%08x-%04x-4000-8000-%012x", round, number, asked)
  local text = "رأيٌ يُحفظ قبل أن يُجاب عنه: لا يضيع تعليقٌ قَبِله الموقع ولو انقطعت الكهرباء بعده بلحظة. "
  return wrk.format(nil, nil, nil, '{"author":{"name":"قارئة من بيروت"},"text":"' .. text .. asked .. '"}')
end

function response(status, headers, body)
  local id = string.match(body, '"id":"([^"]+)"')
  if status == 201 and id then accepted[#accepted + 1] = id else refused = refused + 1 end
end

function done()
  for _, thread in ipairs(threads) do
    for _, id in ipairs(thread:get("accepted")) do io.write("accepted ", id, "\n") end
    io.write("refused ", thread:get("refused"), "\n")
  end
end
